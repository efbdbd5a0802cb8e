from django.urls import path

from tracktwo.steps.agree import views

app_name = "agree"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("<int:workshop>/", views.TextPage.as_view(), name="text"),
    path("<int:workshop>/open/", views.Open.as_view(), name="open"),
    path("<int:workshop>/draft/", views.Draft.as_view(), name="draft"),
    path("<int:workshop>/statements/", views.Statements.as_view(), name="statements"),
    path("<int:workshop>/save/", views.Save.as_view(), name="save"),
    path("<int:workshop>/freeze/", views.Freeze.as_view(), name="freeze"),
    path("<int:workshop>/leaks/", views.LeaksPage.as_view(), name="leaks"),
    path("<int:workshop>/check/", views.Check.as_view(), name="check"),
    path("<int:workshop>/clause/<slug:clause>/", views.Change.as_view(), name="clause"),
    path("<int:workshop>/clause/<slug:clause>/bracket/", views.OpenBracket.as_view(), name="bracket"),
    path("<int:workshop>/clause/<slug:clause>/withdraw/", views.Withdraw.as_view(), name="withdraw"),
    path("<int:workshop>/clause/<slug:clause>/settle/<int:side>/", views.Settle.as_view(), name="settle"),
    path("<int:workshop>/clause/<slug:clause>/amend/", views.Amend.as_view(), name="amend"),
    path("<int:workshop>/clause/<slug:clause>/criticise/", views.Criticise.as_view(), name="criticise"),
    path("<int:workshop>/clause/<slug:clause>/history/", views.History.as_view(), name="history"),
    path("<int:workshop>/clause/<slug:clause>/inside/<int:owner>/", views.OpenInside.as_view(), name="inside"),
    path(
        "<int:workshop>/clause/<slug:clause>/inside/<int:owner>/withdraw/",
        views.WithdrawInside.as_view(),
        name="withdraw_inside",
    ),
    path(
        "<int:workshop>/clause/<slug:clause>/inside/<int:owner>/settle/<int:side>/",
        views.SettleInside.as_view(),
        name="settle_inside",
    ),
    path("<int:workshop>/brackets/", views.Brackets.as_view(), name="brackets"),
    path("<int:workshop>/versions/", views.Versions.as_view(), name="versions"),
    path("<int:workshop>/versions/<int:number>/", views.VersionFile.as_view(), name="version_file"),
    path("<int:workshop>/compare/", views.Compare.as_view(), name="compare"),
]
