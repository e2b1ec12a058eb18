package se.uppdragskollen.statement;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client.Answer;

/**
 * What the log holds of a unit, and other things that tests of statements look at.
 */
final class Events {

	private static final AtomicInteger COUNT = new AtomicInteger(10_000_000);

	private Events() {
	}

	/** All events of the unit but denied access, the oldest first. */
	static List<Map<String, Object>> of(RunningService service, String unit) {
		return service.jdbc()
			.sql("select actor, act, subject, details from audit_event where unit = ? order by seq")
			.param(unit)
			.query()
			.listOfRows();
	}

	static Map<String, Object> last(RunningService service, String unit) {
		List<Map<String, Object>> events = of(service, unit);
		return events.get(events.size() - 1);
	}

	/** A number that was not given before. */
	static int next() {
		return COUNT.incrementAndGet();
	}

	/** Where a problem says that something is wrong, sorted. */
	static List<String> pointers(Answer answer) {
		return answer.json()
			.path("errors")
			.valueStream()
			.map((one) -> one.path("pointer").asString())
			.sorted()
			.toList();
	}

}
