from django.urls import path

from tracktwo.steps.convene import views

app_name = "convene"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("open/", views.Open.as_view(), name="open"),
    path("console/", views.Console.as_view(), name="console"),
    path("console/clock/", views.ClockDeed.as_view(), name="clock"),
    path("console/write/", views.Write.as_view(), name="write"),
    path("console/sort/", views.Sort.as_view(), name="sort"),
    path("console/vote/", views.OpenVote.as_view(), name="open_vote"),
    path("console/vote/close/", views.CloseVote.as_view(), name="close_vote"),
    path("console/vote/withdraw/", views.WithdrawVote.as_view(), name="withdraw_vote"),
    path("console/close/", views.Close.as_view(), name="close"),
    path("console/now/", views.ConsolePart.as_view(template="convene/desk_clock.html"), name="desk_clock"),
    path("console/said/", views.ConsolePart.as_view(template="convene/desk_statements.html"), name="desk_statements"),
    path("console/asked/", views.ConsolePart.as_view(template="convene/desk_vote.html"), name="desk_vote"),
    path("room/", views.Room.as_view(), name="room"),
    path("room/say/", views.Say.as_view(), name="say"),
    path("room/answer/", views.Answer.as_view(), name="answer"),
    path("room/now/", views.RoomPart.as_view(template="convene/room_now.html"), name="room_now"),
    path("room/field/", views.RoomPart.as_view(template="convene/room_field.html"), name="room_field"),
]
