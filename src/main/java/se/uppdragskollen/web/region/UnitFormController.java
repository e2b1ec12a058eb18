package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.unit.CountEntry;
import se.uppdragskollen.unit.CountListed;
import se.uppdragskollen.unit.EditUnit;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.MergeUnit;
import se.uppdragskollen.unit.Operator;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitCount;
import se.uppdragskollen.unit.UnitEntry;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.unit.UnitKind;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;

/**
 * Registers centres, changes what is registered, merges them, and enters how many persons
 * they have listed.
 */
@PageController
@RequestMapping("/region/centres")
class UnitFormController {

	private final FindUnits units;

	private final EditUnit edit;

	private final MergeUnit merge;

	private final CountListed counts;

	private final PeerGroups groups;

	UnitFormController(FindUnits units, EditUnit edit, MergeUnit merge, CountListed counts, PeerGroups groups) {
		this.units = units;
		this.edit = edit;
		this.merge = merge;
		this.counts = counts;
		this.groups = groups;
	}

	@GetMapping("/new")
	@Needs(Act.EDIT_UNITS)
	String blank(Actor actor, Say say, Model model) {
		return form(actor, null, Map.of("kind", UnitKind.HEALTH_CENTRE.word()), say, model);
	}

	@PostMapping
	@Needs(Act.EDIT_UNITS)
	String register(Actor actor, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		try {
			RegisteredUnit unit = this.edit.register(actor, entry(typed.get("id"), typed));
			return "redirect:/region/centres/" + unit.id() + "?done=registered";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return form(actor, null, typed, say, model);
		}
	}

	@GetMapping("/{unit}/edit")
	@Needs(Act.EDIT_UNITS)
	String edit(Actor actor, @PathVariable String unit, Say say, Model model) {
		RegisteredUnit found = this.units.one(actor, unit);
		return form(actor, found, typed(found, this.groups.said(found.peerGroup(), say)), say, model);
	}

	@PostMapping("/{unit}")
	@Needs(Act.EDIT_UNITS)
	String change(Actor actor, @PathVariable String unit, @RequestParam long version,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		try {
			this.edit.change(actor, unit, version, entry(unit, typed));
			return "redirect:/region/centres/" + unit + "?done=changed";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			return form(actor, this.units.one(actor, unit), typed, say, model);
		}
	}

	private String form(Actor actor, @Nullable RegisteredUnit unit, Map<String, String> typed, Say say, Model model) {
		model.addAttribute("parents",
				this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
					.items()
					.stream()
					.filter((one) -> unit == null || !one.id().equals(unit.id()))
					.toList());
		model.addAttribute("groups", this.groups.words(say));
		model.addAttribute("unit", unit);
		model.addAttribute("heading",
				(unit == null) ? say.text("region.centre-new") : say.text("region.edit-of", unit.name()));
		model.addAttribute("typed", typed);
		model.addAttribute("kinds", UnitKind.values());
		model.addAttribute("operators", Operator.values());
		Crumb all = new Crumb("/region/centres", say.text("region.tab-centres"));
		model.addAttribute("crumbs",
				(unit == null) ? List.of(all) : List.of(all, new Crumb("/region/centres/" + unit.id(), unit.name())));
		return "region/centre-form";
	}

	private static UnitEntry entry(@Nullable String id, Map<String, String> typed) {
		return new UnitEntry(id, typed.get("name"), typed.get("kind"), typed.get("municipality"), typed.get("operator"),
				typed.get("operator_name"), typed.get("organisation_number"), typed.get("parent"),
				PeerGroups.kept(typed.get("peer_group")), typed.get("opened"), typed.get("closed"),
				typed.get("merged_into"));
	}

	private static Map<String, String> typed(RegisteredUnit unit, String group) {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("name", unit.name());
		typed.put("kind", unit.kind().word());
		typed.put("municipality", unit.municipality());
		typed.put("operator", unit.operator().word());
		typed.put("operator_name", unit.operatorName());
		typed.put("organisation_number", text(unit.organisationNumber()));
		typed.put("parent", text(unit.parent()));
		typed.put("peer_group", group);
		typed.put("opened", unit.opened().toString());
		typed.put("closed", text(unit.closed()));
		typed.put("merged_into", text(unit.mergedInto()));
		return typed;
	}

	private static String text(@Nullable Object value) {
		return (value == null) ? "" : value.toString();
	}

	@GetMapping("/{unit}/merge")
	@Needs(Act.EDIT_UNITS)
	String merge(Actor actor, @PathVariable String unit, Say say, Model model) {
		RegisteredUnit found = this.units.one(actor, unit);
		model.addAttribute("unit", found);
		model.addAttribute("units",
				this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
					.items()
					.stream()
					.filter((one) -> !one.id().equals(unit) && one.kind() == found.kind())
					.toList());
		model.addAttribute("crumbs", List.of(new Crumb("/region/centres", say.text("region.tab-centres")),
				new Crumb("/region/centres/" + unit, found.name())));
		return "region/centre-merge";
	}

	@PostMapping("/{unit}/merge")
	@Needs(Act.EDIT_UNITS)
	String merge(Actor actor, @PathVariable String unit, @RequestParam long version,
			@RequestParam Map<String, String> typed, Say say, Model model, HttpServletResponse response) {
		try {
			this.merge.merge(actor, unit, version, typed.get("into"), typed.get("last_day"));
			return "redirect:/region/centres/" + unit + "?done=merged";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return merge(actor, unit, say, model);
		}
	}

	@GetMapping("/{unit}/counts")
	@Needs(Act.EDIT_UNITS)
	String counts(Actor actor, @PathVariable String unit, Say say, Model model) {
		RegisteredUnit found = this.units.one(actor, unit);
		model.addAttribute("unit", found);
		model.addAttribute("crumbs", List.of(new Crumb("/region/centres", say.text("region.tab-centres")),
				new Crumb("/region/centres/" + unit, found.name())));
		return "region/centre-count";
	}

	/**
	 * Enters the count of a day; one that is there for the day is corrected.
	 */
	@PostMapping("/{unit}/counts")
	@Needs(Act.EDIT_UNITS)
	String count(Actor actor, @PathVariable String unit, @RequestParam Map<String, String> typed, Say say, Model model,
			HttpServletResponse response) {
		try {
			LocalDate day = Typed.day("day", typed.getOrDefault("day", ""));
			long version = this.counts.list(actor, unit)
				.stream()
				.filter((one) -> one.onDay().equals(day))
				.mapToLong(UnitCount::version)
				.findFirst()
				.orElse(0);
			this.counts.enter(actor, unit, day, version,
					new CountEntry(typed.get("listed"), typed.get("rub_4"), typed.get("rub_5")));
			return "redirect:/region/centres/" + unit + "?done=counted";
		}
		catch (Refusal refusal) {
			Refused.show(refusal, say, model, response);
			model.addAttribute("typed", typed);
			return counts(actor, unit, say, model);
		}
	}

}
