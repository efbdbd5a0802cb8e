"""Addresses of draws; they stand among those of the step."""

from django.urls import path

from tracktwo.steps.select.views import draws, keys, own_rows

urlpatterns = [
    path("keys/", keys.Keys.as_view(), name="keys"),
    path("pool/<int:pool>/freeze/", draws.Freeze.as_view(), name="draw_freeze"),
    path("draw/<int:draw>/", draws.DrawPage.as_view(), name="draw"),
    path("draw/<int:draw>/now/", draws.Now.as_view(), name="draw_now"),
    path("draw/<int:draw>/show/", draws.Show.as_view(), name="draw_show"),
    path("draw/<int:draw>/show/now/", draws.ShowNow.as_view(), name="draw_show_now"),
    path("draw/<int:draw>/affirm/", draws.Affirm.as_view(), name="draw_affirm"),
    path("draw/<int:draw>/publish/", draws.Publish.as_view(), name="draw_publish"),
    path("draw/<int:draw>/end/", draws.End.as_view(), name="draw_end"),
    path("draw/<int:draw>/seal/", draws.SetSeal.as_view(), name="draw_seal"),
    path("draw/<int:draw>/open/", draws.OpenSeal.as_view(), name="draw_open"),
    path("draw/<int:draw>/draw/", draws.Finish.as_view(), name="draw_finish"),
    path("draw/<int:draw>/stand/", draws.Stand.as_view(), name="draw_stand"),
    path("draw/<int:draw>/fresh/", draws.Fresh.as_view(), name="draw_fresh"),
    path("draw/<int:draw>/alternates/", draws.Alternates.as_view(), name="draw_alternates"),
    path("draw/<int:draw>/proof/", draws.Proof.as_view(), name="draw_proof"),
    path("draw/<int:draw>/audit/", draws.AskAudit.as_view(), name="draw_audit"),
    path("draw/<int:draw>/audit/file/", draws.Audit.as_view(), name="draw_audit_file"),
    path("draw/<int:draw>/audit/open/", draws.OpenAudit.as_view(), name="draw_audit_open"),
    path("draw/<int:draw>/own/", own_rows.OwnRow.as_view(), name="draw_own"),
    path("draw/<int:draw>/receipt/", own_rows.Receipt.as_view(), name="draw_receipt"),
]
