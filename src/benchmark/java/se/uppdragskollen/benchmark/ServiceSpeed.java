package se.uppdragskollen.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How fast the service answers with 250 centres and ten years of reports: the interface
 * while twenty clients ask at once, each page as the server makes it for one reader, and
 * how long it takes to judge and store a year of the region. The clients run on the same
 * machine and take their part of it.
 */
final class ServiceSpeed {

	/** The slowest that 95 of 100 answers may be, in milliseconds. */
	private static final int GOAL_MILLIS = 300;

	/** A year of the usual region, judged and stored, in milliseconds. */
	private static final int YEAR_MILLIS = 5000;

	private static final int USUAL_CENTRES = 40;

	private static final int MANY_CENTRES = 250;

	/** Programs that ask the interface at once. */
	private static final int CLIENTS = 20;

	private static final int WARM_UP = 3;

	private static final int ROUNDS = 15;

	/** A page is asked for this often before it counts: the service has run for a while. */
	private static final int PAGE_WARM_UP = 10;

	private static final int PAGE_ROUNDS = 40;

	private ServiceSpeed() {
	}

	/**
	 * Measures and prints.
	 * @return whether all goals are met
	 */
	static boolean measure() throws Exception {
		boolean met;
		load();
		try (LoadedService service = tenYears(USUAL_CENTRES)) {
			met = StoredRegionYear.measure(service, USUAL_CENTRES) <= YEAR_MILLIS;
		}
		try (LoadedService service = tenYears(MANY_CENTRES)) {
			Places places = new Places(service);
			met &= answers(service, CLIENTS, Question.all(places), WARM_UP, ROUNDS);
			met &= answers(service, 1, Pages.all(places), PAGE_WARM_UP, PAGE_ROUNDS);
			met &= new PageWeights(service).measure(Pages.all(places));
			System.out.println("Not held against the goal, two who take every page as soon as they can:");
			answers(service, 2, Pages.all(places), 0, ROUNDS);
			StoredRegionYear.measure(service, MANY_CENTRES);
		}
		load();
		return met;
	}

	private static LoadedService tenYears(int centres) throws Exception {
		LoadedService service = LoadedService.start(centres);
		service.script(Path.of("src/benchmark/sql/ten-years.sql"));
		service.sql("vacuum analyze");
		System.out.printf("%d centres, ten years: %,d reports, %,d outcomes, %,d cases, %,d events%n", centres,
				service.number("select count(*) from report_version"), service.number("select count(*) from outcome"),
				service.number("select count(*) from follow_up_case"), service.number("select count(*) from audit_event"));
		return service;
	}

	private static boolean answers(LoadedService service, int clients, List<Question> questions, int warmUp, int rounds)
			throws Exception {
		Crowd crowd = new Crowd(service, clients, questions);
		crowd.ask(warmUp);
		long start = System.nanoTime();
		Map<Question, long[]> times = crowd.ask(rounds);
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("%-70s %8s %8s %8s %8s%n", "milliseconds, clients at once: " + clients, "requests", "p50",
				"p95", "max");
		boolean met = true;
		int all = 0;
		for (Question question : questions) {
			long[] own = times.get(question);
			long slow = own[own.length * 95 / 100] / 1000;
			met &= slow <= GOAL_MILLIS;
			all += own.length;
			System.out.printf("%-70s %8d %8d %8d %8d%s%n", question.name(), own.length, own[own.length / 2] / 1000, slow,
					own[own.length - 1] / 1000, (slow > GOAL_MILLIS) ? "  too slow" : "");
		}
		System.out.printf("%,d requests in %.0f s: %.0f a second%n", all, seconds, all / seconds);
		return met;
	}

	/** What else the machine does. */
	private static void load() {
		System.out.printf("%d processors, load %.1f in the last minute%n", Runtime.getRuntime().availableProcessors(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

}
