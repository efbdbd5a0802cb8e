from django.urls import path

from tracktwo.steps.transmit import views

app_name = "transmit"
urlpatterns = [path("", views.About.as_view(), name="about")]
