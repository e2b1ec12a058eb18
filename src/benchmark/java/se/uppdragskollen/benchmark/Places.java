package se.uppdragskollen.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Units, periods and cases to ask for, spread over all that the service has.
 */
final class Places {

	private static final int VARIANTS = 40;

	private static final int PAGES = 15;

	private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

	private static final String MONTHS = "select period from self_report where period ~ '^[0-9]{4}-[0-9]{2}$' "
			+ "and latest is not null group by period having count(*) > 200 order by hashtext(period)";

	/** What stands for itself in an address, and where it is found; the first that is in the address counts. */
	private static final Map<String, String> WHERE = new LinkedHashMap<>();

	static {
		WHERE.put("/centre/{unit}/cases/{id}", "select '/centre/' || unit || '/cases/' || id from follow_up_case where unit = "
				+ "{vera} and state not in ('proposed', 'dismissed') order by id % 997, id");
		WHERE.put("/centre/{unit}/history/{assignment}/requirements/{id}",
				"select '/centre/' || unit || '/history/kalmar-halsoval/requirements/' || requirement from outcome where unit = "
						+ "{vera} group by unit, requirement order by hashtext(requirement)");
		WHERE.put("/review/centres/{unit}/history/{assignment}/requirements/{id}",
				"select '/review/centres/' || unit || '/history/kalmar-halsoval/requirements/' || requirement from outcome "
						+ "group by unit, requirement order by hashtext(unit || requirement)");
		WHERE.put("/centre/{unit}", "select '/centre/' || {vera}");
		WHERE.put("/public/centres/{unit}/figures/{assignment}/{figure}",
				"select '/public/centres/' || unit || '/figures/kalmar-halsoval/' || figure from published_value where value is not "
						+ "null group by unit, figure order by hashtext(unit || figure)");
		WHERE.put("/figures/{assignment}/{figure}",
				"select '/figures/kalmar-halsoval/' || figure from published_value group by figure order by hashtext(figure)");
		WHERE.put("/data/{assignment}/{period}",
				"select '/data/kalmar-halsoval/' || period from shown_publication order by hashtext(period)");
		WHERE.put("/numbers/{id}", "select '/numbers/' || n from unnest(array['assessed_share', 'listed_per_doctor']) n");
		WHERE.put("/help/{desk}", "select '/help/' || n from unnest(array['centre', 'review', 'region']) n");
		WHERE.put("/requirements/{assignment}/{id}",
				"select '/requirements/kalmar-halsoval/' || requirement from outcome group by requirement order by 1");
		WHERE.put("/{period}/versions/{number}", "select '/' || period || '/versions/' || number from report_version where unit = "
				+ "{vera} order by hashtext(period)");
		WHERE.put("/{period}/chapters/{chapter}",
				"select '/2025-06/chapters/' || chapter from outcome where unit = {vera} and period = '2025-05' group by chapter");
		WHERE.put("/{period}/check", "select '/2025-06/check'");
		WHERE.put("/cases/{id}", "select '/cases/' || id from follow_up_case order by id % 997, id");
		WHERE.put("/exemptions/{id}", "select '/exemptions/' || id from exemption order by hashtext(id::text)");
		WHERE.put("/people/{id}", "select '/people/' || id from person order by hashtext(id::text)");
		WHERE.put("{case}", "select id::text from follow_up_case order by id % 997, id");
		WHERE.put("{assignment}", "select 'kalmar-halsoval'");
		WHERE.put("{other}", "select id from unit order by hashtext(id || 'other')");
		WHERE.put("{unit}", "select id from unit order by hashtext(id)");
		WHERE.put("{month}", MONTHS);
		WHERE.put("{period}", MONTHS);
		WHERE.put("{end}", "select distinct period_to::text from self_report where period ~ '^[0-9]{4}-[0-9]{2}$'");
		WHERE.put("{year}", "select left(period, 4) from (" + MONTHS + ") m");
	}

	private static final String VERA = "(select r.unit from person_role r join person p on p.id = r.person where p.subject = 'vera')";

	private final LoadedService service;

	private final Map<String, List<String>> found = new HashMap<>();

	Places(LoadedService service) throws SQLException, IOException {
		this.service = service;
		for (Map.Entry<String, String> one : WHERE.entrySet()) {
			this.found.put(one.getKey(),
					service.texts("select * from (" + one.getValue().replace("{vera}", VERA) + ") t limit " + VARIANTS));
		}
	}

	/** The address with each place filled in, some forty times if it has any. */
	List<String> fill(String path) {
		if (!path.contains("{")) {
			return List.of(path);
		}
		return IntStream.range(0, VARIANTS).mapToObj((i) -> fill(path, i)).toList();
	}

	private String fill(String path, int i) {
		String filled = path;
		for (String place : WHERE.keySet()) {
			if (filled.contains(place)) {
				List<String> all = Objects.requireNonNull(this.found.get(place));
				if (all.isEmpty()) {
					throw new IllegalStateException("nothing to ask for: " + place + " in " + path);
				}
				filled = filled.replace(place, all.get(i % all.size()));
			}
		}
		if (filled.contains("{")) {
			throw new IllegalStateException("what is meant in " + filled + "?");
		}
		return filled;
	}

	/** The address of the last of so many pages, none when the list is shorter. */
	Optional<String> middle(String list, String person) {
		try {
			String token = this.service.token(person);
			String path = "/api/v1" + list;
			for (int page = 0; page < PAGES; page++) {
				Matcher next = NEXT.matcher(this.service.get(path + (path.contains("?") ? "&" : "?") + "limit=200", token));
				if (!next.find()) {
					return (page < 2) ? Optional.empty() : Optional.of(path);
				}
				path = "/api/v1" + list + "?cursor=" + URLEncoder.encode(next.group(1), StandardCharsets.UTF_8);
			}
			return Optional.of(path);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
