from django.urls import path

from tracktwo.steps.transmit import views

app_name = "transmit"
urlpatterns = [
    path("", views.About.as_view(), name="about"),
    path("<int:cell>/", views.EditCell.as_view(), name="cell"),
    path("<int:cell>/brief/", views.BriefPage.as_view(), name="brief"),
    path("after/<int:workshop>/findings/", views.Findings.as_view(), name="findings"),
    path("after/<int:workshop>/sessions/", views.Proposals.as_view(), name="proposals"),
    path("sessions/<int:proposal>/", views.ProposalPage.as_view(), name="proposal"),
    path("sessions/<int:proposal>/form.docx", views.ProposalFile.as_view(), name="proposal_file"),
    path("own-sessions/", views.OwnParts.as_view(), name="own_parts"),
    path("after/<int:workshop>/notes/", views.Notes.as_view(), name="notes"),
    path("notes/<int:note>/", views.NotePage.as_view(), name="note"),
    path("notes/<int:note>/release/", views.ReleaseNote.as_view(), name="release_note"),
    path("notes/<int:note>/<slug:language>.pdf", views.NoteFile.as_view(), name="note_file"),
    path("after/<int:workshop>/log/", views.Log.as_view(), name="log"),
    path("log/<int:entry>/", views.Entry.as_view(), name="entry"),
    path("own-stories/", views.OwnStories.as_view(), name="own_stories"),
    path("own-stories/<int:story>/", views.OwnStory.as_view(), name="own_story"),
    path("stories/", views.Stories.as_view(), name="stories"),
    path("stories/<int:story>/<slug:language>/", views.TranslateStory.as_view(), name="translate_story"),
    path("after/<int:workshop>/open-session/", views.OpenSession.as_view(), name="open_session"),
    path("<int:cell>/brief/words/", views.Words.as_view(), name="words"),
    path("<int:cell>/brief/<slug:language>.docx", views.BriefWord.as_view(), name="brief_word"),
    path("<int:cell>/brief/<slug:language>.html", views.BriefHtml.as_view(), name="brief_html"),
    path("<int:cell>/brief/approve/", views.Approve.as_view(), name="approve"),
    path("<int:cell>/brief/release/", views.Release.as_view(), name="release"),
    path("<int:cell>/brief/<slug:language>/", views.BriefFile.as_view(), name="brief_file"),
]
