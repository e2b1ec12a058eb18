package se.uppdragskollen.web;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A health centre that could not answer its phone and assess its patients in June: G24
 * and G25 are not met, and each is a case.
 */
public record PoorMonth(Centre centre) {

	/** What it reports for the month. */
	public static final String ENTRIES = """
			{"calls_incoming":{"value":1000},"calls_answered_same_day":{"value":600},
			 "assessed_total":{"value":400},"assessed_within_3_days":{"value":340}}""";

	/** Hands it in, and waits until its findings are cases. */
	public static PoorMonth of(Centre centre) {
		PoorMonth month = new PoorMonth(centre);
		centre.handIn("2025-Q2", "{\"phone_system\":{\"value\":\"callback\"}}");
		centre.handIn("2025-06", ENTRIES);
		month.until(2, () -> month.count("follow_up_case where requirement in ('G24', 'G25')"));
		return month;
	}

	/** The same for a centre of its own. */
	public static PoorMonth of(RunningService service) {
		return of(Centre.of(service));
	}

	/** Waits until so many of the centre's reports are judged. */
	public static void awaitResults(Centre centre, int reports) {
		PoorMonth month = new PoorMonth(centre);
		month.until(reports, () -> month.count("current_result where true"));
	}

	private void until(int expected, IntSupplier count) {
		for (int i = 0; count.getAsInt() < expected; i++) {
			assertThat(i).as("a minute without what follows from a report").isLessThan(600);
			LockSupport.parkNanos(100_000_000L);
		}
	}

	private int count(String of) {
		return service().jdbc()
			.sql("select count(*) from " + of + " and unit = ?")
			.param(unit())
			.query(Integer.class)
			.single();
	}

	public RunningService service() {
		return this.centre.service();
	}

	public String unit() {
		return this.centre.unit();
	}

	/** The number of the case about a requirement. */
	public long id(String requirement) {
		return service().jdbc()
			.sql("select id from follow_up_case where unit = ? and requirement = ?")
			.params(unit(), requirement)
			.query(Long.class)
			.single();
	}

	/** How far the case about a requirement has come. */
	public String state(String requirement) {
		return service().jdbc()
			.sql("select state from follow_up_case where id = ?")
			.param(id(requirement))
			.query(String.class)
			.single();
	}

	/** A reviewer confirms a case, which the centre then reads. */
	public long confirm(String requirement) {
		long id = id(requirement);
		assertThat(service().person(Role.REVIEWER)
			.post("/api/v1/cases/" + id + "/acts", "{\"act\":\"confirm\"}", "If-Match", "\"1\"")
			.status()).isEqualTo(200);
		return id;
	}

}
