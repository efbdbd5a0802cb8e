from django.urls import path

from tracktwo.steps.select import views

app_name = "select"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("nominate/", views.Propose.as_view(), name="propose"),
    path("answer/", views.Answer.as_view(), name="answer"),
    path("gather/", views.Gather.as_view(), name="gather"),
    path("practice/", views.Practice.as_view(), name="practice"),
    path("pool/<int:pool>/", views.PoolPage.as_view(), name="pool"),
    path("pool/<int:pool>/compute/", views.Compute.as_view(), name="compute"),
    path("cohort/<int:cohort>/", views.CohortPage.as_view(), name="cohort"),
    path("cohort/<int:cohort>/proof/", views.Proof.as_view(), name="proof"),
]
