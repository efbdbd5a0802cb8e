from django.urls import path

from tracktwo.foundation.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-out/", views.SignOut.as_view(), name="sign_out"),
    path("join/", views.Join.as_view(), name="join"),
    path("language/<slug:code>/", views.Language.as_view(), name="language"),
]
