package se.uppdragskollen.publication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.selfreport.Centre;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A half-year's share of those who were listed in its last quarter does not tell of few
 * when that quarter's count is corrected by itself: each is set against what the other
 * was when it was shown.
 */
class CarriedTests {

	private static final List<String> PERIODS = List.of("2024-Q4", "2024-H2");

	private final Map<String, Centre> centres = new TreeMap<>();

	@Test
	void setsACorrectedCountAgainstTheSharesOfOtherPeriods() throws InterruptedException {
		try (PublishedRegion region = new PublishedRegion()) {
			Actor reviewer = region.reviewer();
			report(region, "closes in on a share", 11_000, 9_950);
			report(region, "leaves a share of few", 10_000, 9_995);
			report(region, "corrects what tells nothing", 10_000, 9_000);
			report(region, "has few and corrects nothing", 10_000, 9_995);
			settle(region);
			PERIODS.forEach((period) -> region.publish(reviewer, period, ""));
			assertThat(shown(region, reviewer)).containsEntry("closes in on a share", "11000, 90.5")
				.containsEntry("leaves a share of few", "10000, too-few")
				.containsEntry("corrects what tells nothing", "10000, 90")
				.containsEntry("has few and corrects nothing", "10000, too-few");

			correct(region, "closes in on a share", 9_955);
			correct(region, "leaves a share of few", 11_000);
			correct(region, "corrects what tells nothing", 10_100);
			settle(region);
			Map<String, String> withheld = Map.of("closes in on a share", "too-few, too-few", "leaves a share of few",
					"too-few, too-few", "corrects what tells nothing", "10100, 89.1", "has few and corrects nothing",
					"10000, too-few");
			assertThat(shown(region, reviewer)).isEqualTo(withheld);
			region.publish(reviewer, "2024-Q4", "corrected");
			assertThat(shown(region, reviewer)).as("the quarter first").isEqualTo(withheld);
			region.publish(reviewer, "2024-H2", "corrected");
			assertThat(shown(region, reviewer)).as("then the half-year").isEqualTo(withheld);
		}
	}

	private void report(PublishedRegion region, String name, int listed, int withDoctor) {
		Centre centre = region.centre(name, "Provköping");
		this.centres.put(name, centre);
		region.handIn(centre, "2024-Q4", "{\"listed_patients\":{\"value\":" + listed + "}}");
		region.handIn(centre, "2024-H2", "{\"patients_with_fixed_doctor\":{\"value\":" + withDoctor + "}}");
	}

	private void correct(PublishedRegion region, String name, int listed) {
		Centre centre = this.centres.get(name);
		centre.open("2024-Q4");
		assertThat(centre.save("2024-Q4", 1, "{\"listed_patients\":{\"value\":" + listed + "}}").status())
			.isEqualTo(200);
		assertThat(centre.submit("2024-Q4", 2, "{\"confirm\":true,\"reason\":\"counted again\"}").status())
			.isEqualTo(201);
	}

	private static void settle(PublishedRegion region) throws InterruptedException {
		region.settle();
		region.service().jdbc().sql("update follow_up_case set state = 'answered', confirmed_at = now()").update();
	}

	/** The listed of the quarter and the share of the half-year, by centre. */
	private Map<String, String> shown(PublishedRegion region, Actor reviewer) {
		PublishPeriod publish = region.service().get(PublishPeriod.class);
		Preview quarter = preview(publish, reviewer, "2024-Q4");
		Preview half = preview(publish, reviewer, "2024-H2");
		Map<String, String> shown = new TreeMap<>();
		this.centres.forEach((name, centre) -> shown.put(name,
				cell(quarter, "listed_patients", centre) + ", " + cell(half, "fixed_doctor_share", centre)));
		return shown;
	}

	private static Preview preview(PublishPeriod publish, Actor reviewer, String period) {
		return publish.preview(reviewer, PublishedRegion.ASSIGNMENT, Period.parse(period).orElseThrow());
	}

	private static String cell(Preview preview, String figure, Centre centre) {
		PublishedValue value = preview.value(figure, centre.unit()).orElseThrow();
		return (value.withheld() == null) ? String.valueOf(value.value()) : value.withheld().word();
	}

}
