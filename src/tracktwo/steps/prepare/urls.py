from django.urls import path

from tracktwo.steps.prepare import views

app_name = "prepare"
urlpatterns = [path("", views.About.as_view(), name="about")]
