from django.urls import path

from tracktwo.foundation.vault import views

app_name = "vault"
urlpatterns = [
    path("p/<slug:key>/vault/", views.VaultDoor.as_view(), name="door"),
    path("p/<slug:key>/vault/found/", views.Found.as_view(), name="found"),
    path("p/<slug:key>/vault/unseal/", views.Unseal.as_view(), name="unseal"),
    path("p/<slug:key>/vault/seal/", views.Seal.as_view(), name="seal"),
    path("p/<slug:key>/vault/reveal/", views.Reveal.as_view(), name="reveal"),
    path("p/<slug:key>/vault/shred/", views.Shred.as_view(), name="shred"),
    path("p/<slug:key>/vault/purge/", views.PurgePage.as_view(), name="purge"),
    path("p/<slug:key>/vault/purge/ask/", views.AskPurge.as_view(), name="purge_ask"),
    path("p/<slug:key>/vault/purge/back/", views.TakeBackPurge.as_view(), name="purge_back"),
    path("p/<slug:key>/vault/purge/confirm/", views.ConfirmPurge.as_view(), name="purge_confirm"),
]
