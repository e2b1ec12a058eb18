package se.uppdragskollen.web.api;

import java.io.IOException;

import org.springframework.core.io.ClassPathResource;
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
	byte[] description() throws IOException {
		return new ClassPathResource("/se/uppdragskollen/web/openapi.yaml").getContentAsByteArray();
	}

}
