from django.urls import path

from tracktwo.steps.plan import views

app_name = "plan"
urlpatterns = [path("", views.About.as_view(), name="about")]
