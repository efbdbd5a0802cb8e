"""The one address of step 7 that stands outside every programme, so that it says nothing of any."""

from django.urls import path

from tracktwo.steps.transmit.views import Hall

app_name = "hall"
urlpatterns = [path("ask/<slug:code>/", Hall.as_view(), name="hall")]
