from django.urls import path

from tracktwo.steps.measure import views

app_name = "measure"
urlpatterns = [path("", views.About.as_view(), name="about")]
