from django.urls import path

from tracktwo.steps.programme.views import programme as views

app_name = "programme"
urlpatterns = [
    path("programmes/new/", views.New.as_view(), name="new"),
    path("p/<slug:key>/programme/", views.About.as_view(), name="about"),
    path("p/<slug:key>/programme/words/", views.Describe.as_view(), name="describe"),
    path("p/<slug:key>/programme/agenda/", views.Agenda.as_view(), name="agenda"),
    path("p/<slug:key>/programme/rules/", views.Rules.as_view(), name="rules"),
    path("p/<slug:key>/programme/people/", views.People.as_view(), name="people"),
]
