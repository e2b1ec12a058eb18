package se.uppdragskollen.web.resident;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.publication.Figure;
import se.uppdragskollen.publication.Publication;
import se.uppdragskollen.publication.PublishedCentre;
import se.uppdragskollen.publication.PublishedValue;
import se.uppdragskollen.publication.ReadPublished;
import se.uppdragskollen.publication.ReadPublished.Shelf;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Open;

/**
 * What is published as open data: a catalogue, and each period as CSV and JSON, at
 * addresses that stay. A correction stands at the same address under another number.
 */
@RestController
class PublicDataController {

	/** Given to everybody, for every use. */
	static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

	private static final List<String> COLUMNS = List.of("assignment", "period", "centre", "centre_name", "municipality",
			"operator", "figure", "figure_label", "value", "unit", "withheld", "publication");

	private final ReadPublished published;

	private final Freshness freshness;

	PublicDataController(ReadPublished published, Freshness freshness) {
		this.published = published;
		this.freshness = freshness;
	}

	/** All that there is, the newest period first. */
	@GetMapping(path = "/public/data", produces = "application/json")
	@Open
	@Nullable ResponseEntity<Map<String, Object>> catalogue(ServletWebRequest request, HttpServletResponse response) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		List<Map<String, Object>> all = new ArrayList<>();
		for (Publication one : shelf.publications()) {
			Map<String, Object> entry = about(one);
			String address = "/public/data/" + one.assignment() + "/" + one.period();
			entry.put("csv", address + ".csv");
			entry.put("json", address + ".json");
			entry.put("figures", shelf.figures().getOrDefault(one.id(), List.of()).stream().map(Figure::id).toList());
			all.add(entry);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("licence", LICENCE);
		body.put("publications", all);
		return licensed().body(body);
	}

	@GetMapping(path = "/public/data/{assignment}/{period}.json", produces = "application/json")
	@Open
	@Nullable ResponseEntity<Map<String, Object>> json(@PathVariable String assignment, @PathVariable String period,
			ServletWebRequest request, HttpServletResponse response) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		Publication publication = publication(shelf, assignment, period);
		List<Figure> figures = shelf.figures().getOrDefault(publication.id(), List.of());
		Map<String, Map<String, PublishedValue>> values = this.published.all(publication);
		Map<String, Object> body = about(publication);
		body.put("licence", LICENCE);
		body.put("figures", figures.stream().map(PublicDataController::told).toList());
		List<Map<String, Object>> centres = new ArrayList<>();
		for (PublishedCentre centre : this.published.centres(publication)) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("id", centre.id());
			one.put("name", centre.name());
			one.put("municipality", centre.municipality());
			one.put("operator", centre.operator());
			one.put("operator_name", centre.operatorName());
			Map<String, Object> own = new LinkedHashMap<>();
			for (Figure figure : figures) {
				own.put(figure.id(), value(figure, values.getOrDefault(centre.id(), Map.of()).get(figure.id())));
			}
			one.put("values", own);
			centres.add(one);
		}
		body.put("centres", centres);
		return licensed().body(body);
	}

	@GetMapping(path = "/public/data/{assignment}/{period}.csv", produces = "text/csv;charset=utf-8")
	@Open
	byte @Nullable [] csv(@PathVariable String assignment, @PathVariable String period, ServletWebRequest request,
			HttpServletResponse response) throws IOException {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		Publication publication = publication(shelf, assignment, period);
		Map<String, Map<String, PublishedValue>> values = this.published.all(publication);
		List<List<String>> rows = new ArrayList<>();
		for (PublishedCentre centre : this.published.centres(publication)) {
			for (Figure figure : shelf.figures().getOrDefault(publication.id(), List.of())) {
				PublishedValue value = values.getOrDefault(centre.id(), Map.of()).get(figure.id());
				rows.add(row(publication, centre, figure, value));
			}
		}
		return written(assignment + "-" + publication.period(), rows, response);
	}

	/**
	 * How a figure of a centre has gone, in all periods that show it, the newest first.
	 */
	@GetMapping(path = "/public/centres/{unit}/figures/{assignment}/{figure}.csv", produces = "text/csv;charset=utf-8")
	@Open
	byte @Nullable [] course(@PathVariable String unit, @PathVariable String assignment, @PathVariable String figure,
			ServletWebRequest request, HttpServletResponse response) throws IOException {
		if (this.freshness.has(request, response)) {
			return null;
		}
		Shelf shelf = this.published.shelf();
		PublishedCentre centre = this.published.centre(shelf, unit).orElseThrow(PublicDataController::nothing);
		List<Publication> periods = shelf.periodsOf(assignment, figure);
		Map<Long, PublishedValue> values = this.published.over(periods, figure, unit);
		List<List<String>> rows = new ArrayList<>();
		for (Publication one : periods) {
			if (values.containsKey(one.id())) {
				shelf.figureIn(one, figure).ifPresent((told) -> rows.add(row(one, centre, told, values.get(one.id()))));
			}
		}
		if (rows.isEmpty()) {
			throw nothing();
		}
		return written(assignment + "-" + figure + "-" + centre.id(), rows, response);
	}

	private static byte[] written(String name, List<List<String>> rows, HttpServletResponse response)
			throws IOException {
		StringWriter out = new StringWriter();
		try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
			csv.writeRecord(COLUMNS);
			rows.forEach(csv::writeRecord);
		}
		response.setHeader(HttpHeaders.LINK, "<" + LICENCE + ">; rel=\"license\"");
		response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
		return out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> row(Publication publication, PublishedCentre centre, Figure figure,
			@Nullable PublishedValue value) {
		String text = (value == null || value.value() == null) ? "" : value.value();
		String why = (value == null || value.withheld() == null) ? "" : value.withheld().word();
		String unit = figure.measure();
		return List.of(publication.assignment(), publication.period().toString(), centre.id(),
				Listing.guarded(centre.name()), Listing.guarded(centre.municipality()), centre.operator(), figure.id(),
				Listing.guarded(figure.label().sv()), figure.compares() ? text : Listing.guarded(text),
				(unit == null) ? "" : unit, why, String.valueOf(publication.id()));
	}

	/** Not the name of who published it: it is for residents to know what, not who. */
	private static Map<String, Object> about(Publication one) {
		Map<String, Object> about = new LinkedHashMap<>();
		about.put("publication", one.id());
		about.put("replaces", (one.replaces() == null) ? "" : one.replaces());
		about.put("assignment", one.assignment());
		about.put("period", one.period().toString());
		about.put("edition", one.edition());
		about.put("revision", one.revision());
		about.put("published_at", one.at().toString());
		about.put("smallest_group", one.smallestGroup());
		about.put("fingerprint", one.fingerprint());
		return about;
	}

	private static Map<String, Object> told(Figure figure) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("id", figure.id());
		told.put("type", figure.type());
		told.put("unit", (figure.measure() == null) ? "" : figure.measure());
		told.put("period", figure.period());
		told.put("label", figure.label());
		told.put("chapter", figure.chapter());
		told.put("how", figure.how());
		told.put("choices", figure.choices());
		List<Map<String, Object>> requirements = new ArrayList<>();
		for (Figure.Demand demand : figure.requirements()) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("id", demand.id());
			one.put("title", demand.title());
			List<Bilingual> limits = demand.limits();
			one.put("limits", limits);
			requirements.add(one);
		}
		told.put("requirements", requirements);
		return told;
	}

	private static Map<String, Object> value(Figure figure, @Nullable PublishedValue published) {
		if (published == null || published.value() == null) {
			return Map.of("withheld",
					(published == null || published.withheld() == null) ? "not-reported" : published.withheld().word());
		}
		String text = published.value();
		Object value = figure.compares() ? new BigDecimal(text) : figure.type().equals("boolean")
				? Boolean.valueOf(text) : figure.type().equals("list") ? published.choices() : text;
		return Map.of("value", value);
	}

	private static Publication publication(Shelf shelf, String assignment, String period) {
		return Period.parse(period)
			.flatMap((one) -> shelf.of(assignment, one))
			.orElseThrow(() -> Refusal.notFound("not-published"));
	}

	/** Pages of others may read it too. */
	private static ResponseEntity.BodyBuilder licensed() {
		return ResponseEntity.ok()
			.header(HttpHeaders.LINK, "<" + LICENCE + ">; rel=\"license\"")
			.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
	}

	private static Refusal nothing() {
		return Refusal.notFound("not-published");
	}

}
