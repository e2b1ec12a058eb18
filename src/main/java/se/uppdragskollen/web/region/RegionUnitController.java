package se.uppdragskollen.web.region;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.FindStaff;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.CountListed;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.ImportUnits;
import se.uppdragskollen.unit.Operator;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * The registry of centres: to look up, and to take in from a table.
 */
@PageController
@RequestMapping("/region/centres")
class RegionUnitController {

	private final FindUnits units;

	private final CountListed counts;

	private final ImportUnits imports;

	private final AssignmentEditions editions;

	private final PeerGroups groups;

	private final FindStaff staff;

	RegionUnitController(FindUnits units, CountListed counts, ImportUnits imports, AssignmentEditions editions,
			PeerGroups groups, FindStaff staff) {
		this.units = units;
		this.counts = counts;
		this.imports = imports;
		this.editions = editions;
		this.groups = groups;
		this.staff = staff;
	}

	/**
	 * The list.
	 * @param closed also those that are not open today
	 */
	@GetMapping
	@Needs(Act.READ_UNITS)
	String list(Actor actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String municipality, @RequestParam(defaultValue = "") String operator,
			@RequestParam(required = false) @Nullable String closed,
			@RequestParam(required = false) @Nullable String cursor, Model model) {
		TreeSet<String> municipalities = new TreeSet<>();
		this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
			.items()
			.stream()
			.map(RegisteredUnit::municipality)
			.filter((one) -> !one.isEmpty())
			.forEach(municipalities::add);
		Operator run = List.of(Operator.values())
			.stream()
			.filter((one) -> one.word().equals(operator))
			.findFirst()
			.orElse(null);
		String wanted = text.replaceAll("\\p{Cntrl}", "").strip();
		UnitFilter filter = new UnitFilter(municipalities.contains(municipality) ? municipality : null, run,
				(closed == null) ? this.editions.today() : null, wanted.isEmpty() ? null : wanted);
		model.addAttribute("page", this.units.list(actor, filter, PageRequest.of(PageRequest.USUAL, cursor, 2)));
		model.addAttribute("text", wanted);
		model.addAttribute("municipality", municipality);
		model.addAttribute("operator", (run == null) ? "" : run.word());
		model.addAttribute("closed", closed != null);
		model.addAttribute("municipalities", municipalities);
		model.addAttribute("operators", Operator.values());
		model.addAttribute("edits", actor.may(Act.EDIT_UNITS));
		return "region/centres";
	}

	@GetMapping("/{unit}")
	@Needs(Act.READ_UNITS)
	String one(Actor actor, @PathVariable String unit, Say say, Model model) {
		RegisteredUnit found = this.units.one(actor, unit);
		boolean edits = actor.may(Act.EDIT_UNITS, unit);
		model.addAttribute("unit", found);
		model.addAttribute("names", names(actor, found));
		model.addAttribute("edits", edits);
		model.addAttribute("counts",
				(edits || actor.may(Act.READ_REPORTS, unit)) ? this.counts.list(actor, unit) : null);
		model.addAttribute("follows", actor.may(Act.READ_OVERVIEW));
		model.addAttribute("people", actor.may(Act.READ_PEOPLE));
		model.addAttribute("staff", actor.may(Act.READ_OVERVIEW) ? this.staff.of(actor, unit) : null);
		model.addAttribute("today", this.editions.today());
		model.addAttribute("crumbs", List.of(new Crumb("/region/centres", say.text("region.tab-centres"))));
		model.addAttribute("peerGroup", this.groups.said(found.peerGroup(), say));
		return "region/centre";
	}

	/** What the units are called that this one speaks of. */
	private Map<String, String> names(Actor actor, RegisteredUnit unit) {
		Map<String, String> names = new LinkedHashMap<>();
		for (String other : new String[] { unit.parent(), unit.mergedInto() }) {
			if (other != null) {
				names.put(other, this.units.one(actor, other).name());
			}
		}
		return names;
	}

	@GetMapping("/import")
	@Needs(Act.EDIT_UNITS)
	String table(Say say, Model model) {
		model.addAttribute("crumbs", List.of(new Crumb("/region/centres", say.text("region.tab-centres"))));
		return "region/centre-import";
	}

	/** Takes a table in, all of it or nothing. */
	@PostMapping("/import")
	@Needs(Act.EDIT_UNITS)
	String take(Actor actor, @RequestParam("file") MultipartFile file,
			@RequestParam(name = "on_day", defaultValue = "") String day, Say say, Model model,
			HttpServletResponse response) throws IOException {
		model.addAttribute("day", day);
		try {
			LocalDate onDay = day.isBlank() ? null : Typed.day("on_day", day);
			model.addAttribute("imported", this.imports.take(actor,
					Optional.ofNullable(file.getOriginalFilename()).orElse(""), file.getBytes(), onDay));
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response, (name) -> name.equals("on_day") ? name : "file");
		}
		return table(say, model);
	}

}
