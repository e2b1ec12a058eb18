package se.uppdragskollen.web.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.web.Open;

/**
 * The description of the interface, for whoever builds another system.
 */
@RestController
class OpenApiController {

	@GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml")
	@Open
	Resource description() {
		return new ClassPathResource("/se/uppdragskollen/web/openapi.yaml");
	}

}
