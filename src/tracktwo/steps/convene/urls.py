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
    path("console/floor/", views.ConsolePart.as_view(template="convene/desk_floor.html"), name="desk_floor"),
    path("console/wall/", views.Wall.as_view(), name="wall"),
    path("console/queue/", views.QueuePage.as_view(), name="queue"),
    path("console/queue/now/", views.QueueLines.as_view(), name="queue_lines"),
    path("console/queue/give/", views.GiveFloor.as_view(), name="give_floor"),
    path("console/queue/end/", views.EndTurn.as_view(), name="end_turn"),
    path("console/queue/move/", views.MoveHand.as_view(), name="move_hand"),
    path("console/queue/add/", views.RaiseFor.as_view(), name="raise_for"),
    path("console/queue/show/", views.ShowQueue.as_view(), name="show_queue"),
    path("console/airtime/", views.TimeSide.as_view(), name="time_side"),
    path("room/rules/", views.Rules.as_view(), name="rules"),
    path("room/wall/", views.RoomPart.as_view(template="convene/room_wall.html"), name="room_wall"),
    path("room/queue/", views.Queue.as_view(), name="hand"),
    path("room/place/", views.RoomPart.as_view(template="convene/room_place.html"), name="room_place"),
    path("room/", views.Room.as_view(), name="room"),
    path("room/say/", views.Say.as_view(), name="say"),
    path("room/answer/", views.Answer.as_view(), name="answer"),
    path("room/now/", views.RoomPart.as_view(template="convene/room_now.html"), name="room_now"),
    path("room/field/", views.RoomPart.as_view(template="convene/room_field.html"), name="room_field"),
]
