"""The one address of step 3 that stands outside every programme, so that it says nothing of any."""

from django.urls import path

from tracktwo.steps.select.views import passes

app_name = "nominators"
urlpatterns = [path("propose/", passes.ProposeByCode.as_view(), name="propose")]
