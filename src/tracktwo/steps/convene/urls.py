from django.urls import path

from tracktwo.steps.convene import views

app_name = "convene"
urlpatterns = [path("", views.About.as_view(), name="about")]
