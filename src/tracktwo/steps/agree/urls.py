from django.urls import path

from tracktwo.steps.agree import views

app_name = "agree"
urlpatterns = [path("", views.About.as_view(), name="about")]
