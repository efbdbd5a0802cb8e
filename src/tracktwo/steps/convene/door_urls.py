"""The room's own door: it stands outside every programme and says nothing of any."""

from django.urls import path

from tracktwo.steps.convene.views import door

app_name = "room"
urlpatterns = [
    path("room/", door.AtTheDoor.as_view(), name="door"),
    path("room/<slug:code>/", door.Enter.as_view(), name="enter"),
]
