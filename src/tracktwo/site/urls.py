"""Every address of the house. None names a person, a conflict or a country."""

from django.urls import include, path

from tracktwo.site import views
from tracktwo.steps.convene.views.safe import Day
from tracktwo.steps.plan.views.calendar import Days

house = [
    path("", views.Home.as_view(), name="home"),
    path("help/", views.Help.as_view(), name="help"),
    path("health/", views.Health.as_view(), name="health"),
    path("days/<slug:secret>.ics", Days.as_view(), name="days"),
    path("day/<slug:code>/", Day.as_view(), name="day"),
    path("p/<slug:key>/", views.Programme.as_view(), name="programme"),
    path("p/<slug:key>/record/", views.Record.as_view(), name="record"),
    path("p/<slug:key>/record/file/", views.RecordFile.as_view(), name="record_file"),
]

urlpatterns = [
    path("", include((house, "site"))),
    path("", include("tracktwo.foundation.people.urls")),
    path("", include("tracktwo.foundation.vault.urls")),
    path("", include("tracktwo.steps.programme.urls")),
    path("", include("tracktwo.steps.select.door_urls")),
    path("", include("tracktwo.steps.transmit.hall_urls")),
    path("", include("tracktwo.steps.convene.door_urls")),
    path("p/<slug:key>/plan/", include("tracktwo.steps.plan.urls")),
    path("p/<slug:key>/select/", include("tracktwo.steps.select.urls")),
    path("p/<slug:key>/prepare/", include("tracktwo.steps.prepare.urls")),
    path("p/<slug:key>/convene/", include("tracktwo.steps.convene.urls")),
    path("p/<slug:key>/agree/", include("tracktwo.steps.agree.urls")),
    path("p/<slug:key>/transmit/", include("tracktwo.steps.transmit.urls")),
    path("p/<slug:key>/measure/", include("tracktwo.steps.measure.urls")),
]

handler400 = "tracktwo.site.views.not_taken"
handler404 = "tracktwo.site.views.not_found"
handler500 = "tracktwo.site.views.failed"
