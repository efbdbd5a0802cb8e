from django.urls import path

from tracktwo.steps.programme.views import agenda, screening
from tracktwo.steps.programme.views import programme as views

app_name = "programme"
urlpatterns = [
    path("programmes/new/", views.New.as_view(), name="new"),
    path("p/<slug:key>/programme/", views.About.as_view(), name="about"),
    path("p/<slug:key>/programme/words/", views.Describe.as_view(), name="describe"),
    path("p/<slug:key>/programme/agenda/", agenda.Agenda.as_view(), name="agenda"),
    path("p/<slug:key>/programme/agenda/edit/", agenda.AgendaEdit.as_view(), name="agenda_edit"),
    path("p/<slug:key>/programme/agenda/templates/", agenda.AgendaTemplates.as_view(), name="agenda_templates"),
    path("p/<slug:key>/programme/agenda/versions/", agenda.AgendaVersions.as_view(), name="agenda_versions"),
    path("p/<slug:key>/programme/rules/", views.Rules.as_view(), name="rules"),
    path("p/<slug:key>/programme/people/", views.People.as_view(), name="people"),
    path("p/<slug:key>/programme/screening/", screening.Screening.as_view(), name="screening"),
    path("p/<slug:key>/programme/screening/money/", screening.Money.as_view(), name="money"),
    path("p/<slug:key>/programme/screening/organisations/", screening.Organisations.as_view(), name="organisations"),
    path("p/<slug:key>/programme/screening/register/", screening.Register.as_view(), name="register"),
    path("p/<slug:key>/programme/screening/register/house/", screening.HouseRegister.as_view(), name="house_register"),
    path("p/<slug:key>/programme/screening/register/line/", screening.OneLine.as_view(), name="register_line"),
    path("p/<slug:key>/programme/screening/matches/<int:number>/", screening.Answer.as_view(), name="alarm"),
]
