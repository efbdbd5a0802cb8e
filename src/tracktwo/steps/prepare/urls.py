from django.urls import path

from tracktwo.steps.prepare import views

app_name = "prepare"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("rules/", views.Sign.as_view(), name="sign"),
    path("consents/", views.Consents.as_view(), name="consents"),
    path("contact/", views.Contact.as_view(), name="contact"),
    path("homeward/", views.Homeward.as_view(), name="homeward"),
    path("contacts/<int:number>/", views.Contacts.as_view(), name="contacts"),
    path("care/", views.CarePlanPage.as_view(), name="care"),
    path("happened/", views.Happened.as_view(), name="happened"),
    path("happened/<int:number>/", views.IncidentPage.as_view(), name="incident"),
    path("told/", views.Told.as_view(), name="told"),
    path("reach/", views.Reach.as_view(), name="reach"),
    path("harm/<int:number>/", views.Harm.as_view(), name="harm"),
    path("consents/words/", views.Words.as_view(), name="words"),
    path("consents/session/", views.AskPanel.as_view(), name="panel"),
    path("journey/", views.Journey.as_view(), name="journey"),
    path("meetings/<int:number>/", views.Meetings.as_view(), name="meetings"),
    path("rooms/<int:number>/", views.Rooms.as_view(), name="rooms"),
    path("languages/", views.Tongues.as_view(), name="tongues"),
    path("print/<int:number>/", views.PrintPack.as_view(), name="print_pack"),
    path("print/<int:number>/<slug:language>/<slug:sheet>/", views.PrintSheet.as_view(), name="print_sheet"),
    path("letters/<int:number>/", views.Letters.as_view(), name="letters"),
    path("letters/<int:number>/<slug:letter>/<slug:language>/", views.LetterTextPage.as_view(), name="letter_text"),
    path("journeys/<int:number>/", views.Journeys.as_view(), name="journeys"),
]
