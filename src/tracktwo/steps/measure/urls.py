from django.urls import path

from tracktwo.steps.measure import views

app_name = "measure"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("wave/<int:workshop>/<slug:kind>/", views.WavePage.as_view(), name="wave"),
    path("answer/<int:workshop>/<slug:kind>/", views.AnswerPage.as_view(), name="answer"),
    path("report/", views.ReportPage.as_view(), name="report"),
    path("report/<int:number>/", views.ReportFile.as_view(), name="report_file"),
]
