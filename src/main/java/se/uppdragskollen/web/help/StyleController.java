package se.uppdragskollen.web.help;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.chart.DrawChart;
import se.uppdragskollen.web.chart.Track;
import se.uppdragskollen.web.page.Crumb;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Refused;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.reading.ShownValue;

/**
 * Shows every part that pages are made of, by the same fragments and styles as the pages
 * themselves, so that it cannot tell anything else than they do.
 */
@PageController
class StyleController {

	/** With this a page is looked at as when something in a form is wrong. */
	@GetMapping("/help/style")
	@Open
	String style(@RequestParam(defaultValue = "false") boolean wrong, Say say, Model model,
			HttpServletResponse response) {
		if (wrong) {
			Refused.show(HttpServletResponse.SC_OK, say.text("refused.to-correct"),
					List.of(new Refused("sample-line", say.text("problem.field-missing")),
							new Refused("sample-area", say.text("problem.personal-number-here"))),
					model, response);
		}
		model.addAttribute("crumbs", List.of(new Crumb("/help", say.text("help.title"))));
		model.addAttribute("kinds", OutcomeKind.values());
		model.addAttribute("findings", FindingKind.values());
		model.addAttribute("severities", Severity.values());
		model.addAttribute("colours", List.of("neutral", "info", "success", "warning", "danger"));
		DrawChart drawn = chart(say);
		model.addAttribute("wide", drawn.wide());
		model.addAttribute("narrow", drawn.narrow());
		model.addAttribute("spark", drawn.spark());
		model.addAttribute("bars", SampleBars.of(say));
		model.addAttribute("known", SampleBars.cell(new BigDecimal("91.8"), say));
		model.addAttribute("unknown", new ShownValue("", List.of(), "too-few", null, null));
		model.addAttribute("tally", new Tally(List.of(new Segment(0, 45, "not-met"), new Segment(45, 15, "to-discuss"),
				new Segment(60, 30, "not-assessable"), new Segment(90, 80, "met"), new Segment(170, 30, "outside"))));
		return "help/style";
	}

	/** Eight months, of which one is not known. */
	private static DrawChart chart(Say say) {
		List<Period> months = new ArrayList<>();
		Period first = Period.parse("2025-01").orElseThrow();
		for (int i = 0; i < 8; i++) {
			months.add(first.minus(-i));
		}
		return new DrawChart(months,
				List.of(new Track(Track.Kind.OWN, numbers(78, 80, null, 83, 82, 86, 88, 91), ""),
						new Track(Track.Kind.MIDDLE, numbers(84, 84, 85, 85, 86, 85, 86, 87), ""),
						new Track(Track.Kind.LIMIT, numbers(85, 85, 85, 85, 85, 85, 85, 85), "85")),
				true, say);
	}

	private static List<@Nullable BigDecimal> numbers(@Nullable Integer... numbers) {
		List<@Nullable BigDecimal> all = new ArrayList<>();
		for (Integer one : numbers) {
			all.add((one == null) ? null : BigDecimal.valueOf(one));
		}
		return all;
	}

	/** A bar's parts. */
	public record Tally(List<Segment> segments) {

	}

	/** A part of a bar. */
	public record Segment(int from, int width, String kind) {

	}

}
