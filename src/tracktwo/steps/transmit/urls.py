from django.urls import path

from tracktwo.steps.transmit import views

app_name = "transmit"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("<int:cell>/", views.EditCell.as_view(), name="cell"),
    path("<int:cell>/brief/", views.BriefPage.as_view(), name="brief"),
    path("<int:cell>/brief/approve/", views.Approve.as_view(), name="approve"),
    path("<int:cell>/brief/release/", views.Release.as_view(), name="release"),
    path("<int:cell>/brief/<slug:language>/", views.BriefFile.as_view(), name="brief_file"),
]
