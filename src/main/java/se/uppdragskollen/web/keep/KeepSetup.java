package se.uppdragskollen.web.keep;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets every page that says so be kept.
 */
@Configuration(proxyBeanMethods = false)
class KeepSetup implements WebMvcConfigurer {

	private final KeepPages keep;

	KeepSetup(KeepPages keep) {
		this.keep = keep;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.keep);
	}

}
