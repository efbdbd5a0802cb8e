from django.urls import path

from tracktwo.steps.plan.views import borders, calendar, going, pack, tries
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
    path("calendar/", calendar.CalendarPage.as_view(), name="calendar"),
    path("calendar/address/", calendar.Address.as_view(), name="calendar_address"),
    path("calendar/address/end/", calendar.EndAddress.as_view(), name="calendar_address_end"),
    path("calendar/offsets/", calendar.Offsets.as_view(), name="offsets"),
    path("calendar/workshops.ics", calendar.FullCalendar.as_view(), name="full_calendar"),
    path("events/", going.Events.as_view(), name="events"),
    path("workshops/<int:number>/", going.WorkshopPage.as_view(), name="workshop"),
    path("workshops/<int:number>/ask/", going.AskGo.as_view(), name="go_ask"),
    path("workshops/<int:number>/word/", going.SayGo.as_view(), name="go_word"),
    path("workshops/<int:number>/off/", going.CallOff.as_view(), name="call_off"),
    path("workshops/<int:number>/days/", going.NewDays.as_view(), name="new_days"),
    path("workshops/<int:number>/hours/", going.Hours.as_view(), name="hours"),
    path("workshops/<int:number>/due/<slug:kind>/", going.MarkDeadline.as_view(), name="deadline"),
    path("workshops/<int:number>/application/", pack.Pack.as_view(), name="pack"),
    path("workshops/<int:number>/application/file/", pack.PackFile.as_view(), name="pack_file"),
    path("workshops/<int:number>/application/alternates/", pack.Alternates.as_view(), name="pack_alternates"),
    path("workshops/<int:number>/application/ask/", pack.AskNames.as_view(), name="pack_ask"),
    path("workshops/<int:number>/application/names/", pack.NamedPack.as_view(), name="pack_named"),
    path("workshops/<int:number>/close/", views.Close.as_view(), name="close"),
]
