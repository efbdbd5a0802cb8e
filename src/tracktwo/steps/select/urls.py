from django.urls import path

from tracktwo.steps.select.views import about, cohorts, nominations, pool, pools, rosters, seats

app_name = "select"
urlpatterns = [
    path("", about.About.as_view(), name="about"),
    path("nominate/", nominations.Propose.as_view(), name="propose"),
    path("answer/", nominations.Answer.as_view(), name="answer"),
    path("withdraw/", nominations.Withdraw.as_view(), name="withdraw"),
    path("gather/", pools.Gather.as_view(), name="gather"),
    path("practice/", pools.Practice.as_view(), name="practice"),
    path("pool/<int:pool>/", pool.PoolPage.as_view(), name="pool"),
    path("pool/<int:pool>/compute/", pool.Compute.as_view(), name="compute"),
    path("pool/<int:pool>/rules/", pool.Rules.as_view(), name="rules"),
    path("roster/<int:workshop>/", rosters.RosterPage.as_view(), name="roster"),
    path("seat/", seats.OwnSeats.as_view(), name="seat"),
    path("chance/", seats.OwnChance.as_view(), name="chance"),
    path("cohort/<int:cohort>/", cohorts.CohortPage.as_view(), name="cohort"),
    path("cohort/<int:cohort>/proof/", cohorts.Proof.as_view(), name="proof"),
]
