from django.urls import path

from tracktwo.steps.plan.views import borders, tries
from tracktwo.steps.plan.views import plans as views

app_name = "plan"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("conventions/", views.Conventions.as_view(), name="conventions"),
    path("conventions/house/", views.HouseList.as_view(), name="house_list"),
    path("delegation/", views.DelegationPage.as_view(), name="delegation"),
    path("days/", views.KeptDays.as_view(), name="days"),
    path("days/table/", views.KeptTable.as_view(), name="days_table"),
    path("borders/", borders.Borders.as_view(), name="borders"),
    path("borders/passports/", borders.Passports.as_view(), name="passports"),
    path("borders/rules/", borders.Rules.as_view(), name="rules"),
    path("borders/house/", borders.RulesDropped.as_view(), name="rules_dropped"),
    path("what-if/", tries.WhatIf.as_view(), name="what_if"),
    path("again/", tries.Again.as_view(), name="again"),
    path("wishes/", views.WishesPage.as_view(), name="wishes"),
    path("versions/<int:version>/", views.Version.as_view(), name="version"),
    path("versions/<int:version>/keep/", views.Keep.as_view(), name="keep"),
    path("versions/<int:version>/plan.json", views.PlanJson.as_view(), name="plan_json"),
    path("versions/<int:version>/plan.ics", views.PlanCalendar.as_view(), name="plan_ics"),
    path("workshops/<int:number>/close/", views.Close.as_view(), name="close"),
]
