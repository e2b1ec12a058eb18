package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.statement.EnterRegisterValues;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.RegisterValueFilter;
import se.uppdragskollen.statement.StatedRegisterValue;
import se.uppdragskollen.statement.WithdrawRegisterValue;
import se.uppdragskollen.web.Idempotency;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import tools.jackson.databind.JsonNode;

/**
 * What registers say of units.
 */
@RestController
@RequestMapping("/api/v1/register-values")
class RegisterValueController {

	private final FindStatements find;

	private final EnterRegisterValues enter;

	private final WithdrawRegisterValue withdraw;

	private final Idempotency idempotency;

	private final Editions editions;

	private final Audit audit;

	RegisterValueController(FindStatements find, EnterRegisterValues enter, WithdrawRegisterValue withdraw,
			Idempotency idempotency, Editions editions, Audit audit) {
		this.find = find;
		this.enter = enter;
		this.withdraw = withdraw;
		this.idempotency = idempotency;
		this.editions = editions;
		this.audit = audit;
	}

	private static Listing<StatedRegisterValue> listing(Titles titles) {
		return Listing.<StatedRegisterValue>of("register-values", 2)
			.column("unit", StatedRegisterValue::unit)
			.column("name", StatedRegisterValue::unitName)
			.column("period", StatedRegisterValue::period)
			.column("source", StatedRegisterValue::source)
			.column("source-name", (one) -> titles.register(one.assignment(), lastDay(one), one.source()))
			.column("element", StatedRegisterValue::element)
			.column("element-label", (one) -> titles.datum(one.assignment(), lastDay(one), one.element()))
			.column("value", (one) -> written(one.value()))
			.column("as-of", StatedRegisterValue::asOf)
			.column("assignment", StatedRegisterValue::assignment)
			.column("number", StatedRegisterValue::id)
			.column("entered-by", StatedRegisterValue::enteredBy)
			.column("entered-at", StatedRegisterValue::enteredAt)
			.column("reason", StatedRegisterValue::reason)
			.column("withdrawn-at", StatedRegisterValue::withdrawnAt)
			.column("withdrawn-by", StatedRegisterValue::withdrawnBy)
			.column("withdrawn-reason", StatedRegisterValue::withdrawnReason);
	}

	@GetMapping
	@Needs(Act.READ_REPORTS)
	@Filters({ "unit", "assignment", "period", "source", "element", "withdrawn" })
	@Nullable Page<StatedRegisterValue> list(Actor actor, @RequestParam Map<String, String> asked, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		RegisterValueFilter filter = new RegisterValueFilter(Asked.text(asked.get("unit")),
				Asked.text(asked.get("assignment")), Asked.text(asked.get("period")), Asked.text(asked.get("source")),
				Asked.text(asked.get("element")), Boolean.TRUE.equals(Asked.flag("withdrawn", asked.get("withdrawn"))));
		return listing(new Titles(this.editions)).answer(request, response,
				(page) -> this.find.registerValues(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "register-values", filter.unit(), Map.of()));
	}

	@PostMapping
	@Needs(Act.EDIT_REGISTER_VALUES)
	ResponseEntity<String> enter(Actor actor,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Body body) {
		return this.idempotency.once(actor, key, "POST /api/v1/register-values " + body, () -> {
			StatedRegisterValue value = this.enter.one(actor, body.entry());
			return ResponseEntity.created(URI.create("/api/v1/register-values/" + value.id())).body(value);
		});
	}

	@PostMapping("/import")
	@Needs(Act.EDIT_REGISTER_VALUES)
	EnterRegisterValues.Imported take(Actor actor, @RequestParam MultipartFile file,
			@RequestParam(required = false) @Nullable String assignment,
			@RequestParam(required = false) @Nullable String reason) throws IOException {
		return this.enter.table(actor, assignment, reason, "file", file.getBytes());
	}

	@PostMapping("/{id}/withdrawal")
	@Needs(Act.EDIT_REGISTER_VALUES)
	StatedRegisterValue withdraw(Actor actor, @PathVariable long id, @RequestBody Reason body) {
		return this.withdraw.withdraw(actor, id, body.reason());
	}

	private static LocalDate lastDay(StatedRegisterValue value) {
		return Period.parse(value.period()).orElseThrow().to();
	}

	private static Object written(Object value) {
		return (value instanceof List<?> items) ? items.stream().map(String::valueOf).collect(Collectors.joining(" | "))
				: value;
	}

	/**
	 * A value.
	 */
	record Body(@Nullable String assignment, @Nullable String unit, @Nullable String period, @Nullable String source,
			@Nullable String element, @Nullable JsonNode value, @Nullable String asOf, @Nullable String reason) {

		EnterRegisterValues.Entry entry() {
			return new EnterRegisterValues.Entry(this.assignment, this.unit, this.period, this.source, this.element,
					(this.value == null || this.value.isNull()) ? null : this.value.toString(), this.asOf, this.reason);
		}

	}

}
