package se.uppdragskollen.web.region;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.CountReports;
import se.uppdragskollen.selfreport.OwedPeriod;
import se.uppdragskollen.statement.EnterRegisterValues;
import se.uppdragskollen.statement.FindStatements;
import se.uppdragskollen.statement.RegisterValueFilter;
import se.uppdragskollen.statement.StatedRegisterValue;
import se.uppdragskollen.statement.WithdrawRegisterValue;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.RegisterRow;

/**
 * What national and regional registers say of the centres: to look up, to take in from a
 * table, and to take back.
 */
@PageController
@RequestMapping("/region/register-values")
class RegionRegisterController {

	private final FindStatements statements;

	private final EnterRegisterValues enter;

	private final WithdrawRegisterValue withdraw;

	private final FindUnits units;

	private final CountReports reports;

	private final Editions editions;

	private final AssignmentEditions assignments;

	RegionRegisterController(FindStatements statements, EnterRegisterValues enter, WithdrawRegisterValue withdraw,
			FindUnits units, CountReports reports, Editions editions, AssignmentEditions assignments) {
		this.statements = statements;
		this.enter = enter;
		this.withdraw = withdraw;
		this.units = units;
		this.reports = reports;
		this.editions = editions;
		this.assignments = assignments;
	}

	@GetMapping
	@Needs(Act.READ_OVERVIEW)
	String list(Actor actor, @RequestParam Map<String, String> asked, Say say, Model model) {
		Map<String, String> sources = sources(say);
		Map<Period, String> periods = periods(say);
		Asked wanted = wanted(asked, periods, sources);
		Page<StatedRegisterValue> page = this.statements.registerValues(actor, wanted.filter(),
				PageRequest.of(PageRequest.USUAL, asked.get("cursor"), 2));
		model.addAttribute("rows", RegisterRow.of(page.items(), this.editions, say));
		model.addAttribute("next", (page.next() == null) ? null : wanted.address("cursor", page.next()));
		model.addAttribute("cursor", asked.get("cursor"));
		model.addAttribute("wanted", wanted);
		model.addAttribute("sources", sources);
		model.addAttribute("periods", periods);
		model.addAttribute("units",
				this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything()).items());
		model.addAttribute("edits", actor.may(Act.EDIT_REGISTER_VALUES));
		model.addAttribute("own", actor.own());
		return "region/registers";
	}

	private static Asked wanted(Map<String, String> asked, Map<Period, String> periods, Map<String, String> sources) {
		return new Asked(text(asked, "unit"), among(periods, text(asked, "period")),
				sources.containsKey(text(asked, "source")) ? text(asked, "source") : "",
				!text(asked, "withdrawn").isEmpty());
	}

	private static String text(Map<String, String> asked, String name) {
		return asked.getOrDefault(name, "").strip();
	}

	private static String among(Map<Period, String> periods, String asked) {
		return Period.parse(asked).filter(periods::containsKey).map(Period::toString).orElse("");
	}

	/** The registers that the assignments read, by what they are called. */
	private Map<String, String> sources(Say say) {
		Map<String, String> sources = new LinkedHashMap<>();
		this.assignments.newest()
			.forEach((one) -> one.registers().forEach((id, name) -> sources.putIfAbsent(id, say.of(name))));
		return sources;
	}

	private Map<Period, String> periods(Say say) {
		Map<Period, String> periods = new LinkedHashMap<>();
		this.reports.periods()
			.stream()
			.map(OwedPeriod::period)
			.forEach((one) -> periods.putIfAbsent(one, say.capital(say.period(one))));
		return periods;
	}

	/** Takes a value back; it stays on the list of those that no longer count. */
	@PostMapping("/{register_value}/withdrawal")
	@Needs(Act.EDIT_REGISTER_VALUES)
	String withdraw(Actor actor, @PathVariable("register_value") long value, @RequestParam Map<String, String> typed,
			Say say, Model model, HttpServletResponse response) {
		try {
			this.withdraw.withdraw(actor, value, typed.get("reason"));
			return "redirect:" + wanted(typed, periods(say), sources(say)).address("done", "register-withdrawn");
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (field) -> field + "-" + value);
			model.addAttribute("typed", typed);
			model.addAttribute("wrongValue", value);
			return list(actor, typed, say, model);
		}
	}

	/** The form for a table. */
	@GetMapping("/import")
	@Needs(Act.EDIT_REGISTER_VALUES)
	String table(Say say, Model model) {
		model.addAttribute("editions", this.assignments.newest());
		model.addAttribute("crumbs", List.of(new Crumb("/region/register-values", say.text("region.tab-registers"))));
		return "region/register-import";
	}

	/** Takes a table, all of it or nothing. */
	@PostMapping("/import")
	@Needs(Act.EDIT_REGISTER_VALUES)
	String take(Actor actor, @RequestParam("file") MultipartFile file, @RequestParam Map<String, String> typed, Say say,
			Model model, HttpServletResponse response) throws IOException {
		model.addAttribute("typed", typed);
		try {
			String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
			model.addAttribute("imported",
					this.enter.table(actor, typed.get("assignment"), typed.get("reason"), name, file.getBytes()));
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response,
					(field) -> List.of("reason", "assignment").contains(field) ? field : "file");
		}
		return table(say, model);
	}

	/**
	 * What somebody wants to see; empty is all.
	 *
	 * @param unit of this centre
	 * @param period for this period
	 * @param source from this register
	 * @param withdrawn also those that no longer count
	 */
	public record Asked(String unit, String period, String source, boolean withdrawn) {

		RegisterValueFilter filter() {
			return new RegisterValueFilter(orNull(this.unit), null, orNull(this.period), orNull(this.source), null,
					this.withdrawn);
		}

		private static @Nullable String orNull(String text) {
			return text.isEmpty() ? null : text;
		}

		String address(String more, String value) {
			return UriComponentsBuilder.fromPath("/region/register-values")
				.queryParam("unit", "{unit}")
				.queryParam("period", "{period}")
				.queryParam("source", "{source}")
				.queryParam("withdrawn", "{withdrawn}")
				.queryParam(more, "{value}")
				.encode()
				.buildAndExpand(this.unit, this.period, this.source, this.withdrawn ? "1" : "", value)
				.toUriString();
		}

		/** Whether anything is asked for. */
		public boolean narrowed() {
			return !this.unit.isEmpty() || !this.period.isEmpty() || !this.source.isEmpty();
		}

	}

}
