package se.uppdragskollen.web.task;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.publication.PublishedRegion;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Residents find and compare health centres; a reviewer decides what they see.
 */
class PublicTasksTests extends TaskTests {

	private static final String STORGARDEN = "Hälsocentralen Storgården";

	private static final String LILLGARDEN = "Hälsocentralen Lillgården";

	private static PublishedRegion region;

	@BeforeAll
	static void report() throws InterruptedException {
		region = new PublishedRegion();
		for (Centre centre : List.of(region.centre(STORGARDEN, "Provköping"), region.centre(LILLGARDEN, "Provsund"),
				region.centre("Hälsocentralen Norrgården", "Provsund"))) {
			for (String month : List.of("2024-12", "2025-01", "2025-02", "2025-03", "2025-04")) {
				region.handIn(centre, month, PublishedRegion.month(900, 880, 400, 389));
			}
		}
		region.settle();
		region.publish(region.reviewer(), "2024-12", "");
	}

	@AfterAll
	static void stop() {
		region.close();
	}

	@Override
	RunningService service() {
		return region.service();
	}

	@EveryWay
	void aResidentFindsChoosesComparesAndDownloads(Way way) {
		Walk me = begin(way).reads("start.resident").follow("start.to-public").reads("public.how-to-compare");
		me.choose("public.municipality", "Provsund").press("public.search");
		me.reads(me.text("public.count", 2), LILLGARDEN).readsNot(STORGARDEN);
		me.choose("public.municipality", "public.all-municipalities").fill("public.search-name", "gården");
		me.press("public.search").reads(me.text("public.count", 3)).press("public.compare");
		me.isRefused(me.text("public.choose-two-to-four", 0)).tick(me.text("public.choose-one", STORGARDEN));
		me.tick(me.text("public.choose-one", LILLGARDEN)).press("public.compare").reads("public.comparison");
		String share = question(me, "assessed_share");
		assertThat(me.row(share).subList(0, 2)).allMatch((cell) -> cell.startsWith(me.say().number(97.3)));
		me.follow(share).reads("public.how-made", requirement(me, "G25"), "public.download");
		Answer csv = service().anonymous().get(me.link("public.csv"));
		assertThat(csv.text()).startsWith("assignment,period,centre,").contains(STORGARDEN, LILLGARDEN);
		assertThat(service().anonymous().get(me.link("public.json")).json().path("period").asString())
			.isEqualTo("2024-12");
	}

	@EveryWay
	void aReviewerPublishesAPeriodAndWithdrawsIt(Way way) {
		String period = "2025-0" + (1 + way.ordinal());
		String data = "/public/data/kalmar-halsoval/" + period + ".csv";
		Walk me = logIn(way, Role.REVIEWER).follow("publish.heading").reads("publish.state-ready");
		me.follow(me.say().capital(period(me, period))).reads("publish.would-show", "publish.no-history");
		String button = me.text("publish.button", period(me, period));
		me.press(button).isRefused("refused.to-correct").tick("publish.sure").press(button);
		me.reads("publish.done-published", "publish.state-shown");
		assertThat(service().anonymous().get(data).text()).contains(STORGARDEN);
		String withdraw = me.text("publish.withdraw-button", period(me, period));
		me.unfold("publish.withdraw").press(withdraw).isRefused("refused.to-correct").unfold("publish.withdraw");
		me.fill("publish.withdraw-reason", "Fel underlag.").press(withdraw);
		me.reads("publish.done-withdrawn", "publish.state-withdrawn", "Fel underlag.");
		assertThat(service().anonymous().get(data).status()).isEqualTo(404);
	}

}
