from django.urls import path

from tracktwo.steps.select import views

app_name = "select"
urlpatterns = [path("", views.About.as_view(), name="about")]
