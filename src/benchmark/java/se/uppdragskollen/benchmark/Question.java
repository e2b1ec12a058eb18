package se.uppdragskollen.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the service again and again.
 *
 * @param name what it is, for people
 * @param person who asks; null: the head of some centre
 * @param paths the addresses asked in turn
 */
record Question(String name, @Nullable String person, List<String> paths) {

	/** Every list as it is first seen. */
	private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("/reports", "revy"),
			Map.entry("/results", "revy"), Map.entry("/outcomes", "revy"), Map.entry("/cases", "greta"),
			Map.entry("/units", "revy"), Map.entry("/people", "admina"), Map.entry("/register-values", "revy"),
			Map.entry("/exemptions", "revy"), Map.entry("/signals", "revy"), Map.entry("/signal-links", "bodil"),
			Map.entry("/runs", "revy"), Map.entry("/audit/events", "revy"));

	/** Ways in which the lists are usually narrowed. */
	private static final List<String> NARROWED = List.of("/reports?period={month}", "/reports?status=submitted",
			"/reports?status=late", "/reports?status=draft", "/reports?status=returned", "/reports?status=submitted-late",
			"/reports?status=due", "/reports?status=not-due", "/results?period={month}", "/outcomes?period={month}",
			"/outcomes?outcome=not-met", "/outcomes?requirement=G25", "/outcomes?requirement=G25&outcome=not-met",
			"/cases?open=true", "/cases?overdue=true", "/cases?state=escalated", "/cases?state=closed",
			"/cases?requirement=G25", "/cases?severity=red&open=true", "/register-values?period={month}",
			"/exemptions?state=approved", "/signals?flag=red", "/units?q=hälso",
			"/audit/events?act=submitted", "/audit/events?unit={unit}");

	/** A centre's history. */
	private static final List<String> OF_UNIT = List.of("/reports?unit={unit}", "/results?unit={unit}",
			"/outcomes?unit={unit}", "/outcomes?unit={unit}&requirement=G25", "/cases?unit={unit}",
			"/register-values?unit={unit}", "/signals?unit={unit}", "/exemptions?unit={unit}");

	/** What a page shows of one thing, and of the region. */
	private static final List<String> WHOLE = List.of("/units/{unit}", "/units/{unit}/reports/kalmar-halsoval/{month}",
			"/units/{unit}/reports/kalmar-halsoval/{month}/versions/1", "/units/{unit}/reports/kalmar-halsoval/{month}/result",
			"/overview?assignment=kalmar-halsoval&period={month}", "/overview?assignment=kalmar-halsoval&period={year}",
			"/cases/{case}");

	static List<Question> all(Places places) {
		List<Question> all = new ArrayList<>();
		LISTS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((list) -> {
			all.add(of(list.getKey(), list.getValue(), places));
			places.middle(list.getKey(), list.getValue())
				.ifPresent((cursor) -> all
					.add(new Question(list.getKey() + ", in the middle", list.getValue(), List.of(cursor))));
		});
		NARROWED.forEach((path) -> all.add(of(path, path.startsWith("/cases") ? "greta" : "revy", places)));
		OF_UNIT.forEach((path) -> all.add(of(path, path.startsWith("/cases") ? "greta" : "revy", places)));
		WHOLE.forEach((path) -> all.add(of(path, path.startsWith("/cases") ? "greta" : "revy", places)));
		List.of("/reports", "/reports?status=late", "/results", "/outcomes", "/cases")
			.forEach((path) -> all.add(new Question("a centre: " + path, null, List.of("/api/v1" + path))));
		return all;
	}

	private static Question of(String path, String person, Places places) {
		return new Question(path, person, places.fill("/api/v1" + path.replace("ä", "%C3%A4")));
	}

}
