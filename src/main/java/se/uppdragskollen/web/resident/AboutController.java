package se.uppdragskollen.web.resident;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import se.uppdragskollen.publication.PublicationSettings;
import se.uppdragskollen.publication.ReadPublished;
import se.uppdragskollen.web.Open;
import se.uppdragskollen.web.page.PageController;

/**
 * What is shown and what is not, and the open data.
 */
@PageController
class AboutController {

	private final ReadPublished published;

	private final Freshness freshness;

	private final PublicationSettings settings;

	AboutController(ReadPublished published, Freshness freshness, PublicationSettings settings) {
		this.published = published;
		this.freshness = freshness;
		this.settings = settings;
	}

	@GetMapping("/public/about")
	@Open
	@Nullable String about(ServletWebRequest request, HttpServletResponse response, Model model) {
		if (this.freshness.has(request, response)) {
			return null;
		}
		model.addAttribute("publications", this.published.shelf().publications());
		model.addAttribute("smallest", this.settings.smallestGroup());
		model.addAttribute("licence", PublicDataController.LICENCE);
		return "resident/about";
	}

}
