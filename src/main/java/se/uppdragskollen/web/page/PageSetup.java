package se.uppdragskollen.web.page;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * How pages are made: their words, languages, styles and scripts.
 */
@Configuration(proxyBeanMethods = false)
class PageSetup implements WebMvcConfigurer {

	private final DoneOnce done;

	PageSetup(DoneOnce done) {
		this.done = done;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.done);
	}

	/**
	 * An asset's address holds its fingerprint, so that browsers may keep it for good.
	 */
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/assets/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PageArguments());
	}

	@Bean
	static FilterRegistrationBean<ResourceUrlEncodingFilter> fingerprints() {
		return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
	}

	/**
	 * A page is a page, also where its address ends as a file does: {@code /centres/X.js}
	 * is no script.
	 */
	@Bean
	static BeanPostProcessor pages() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof ThymeleafViewResolver resolver) {
					resolver.setForceContentType(true);
				}
				return bean;
			}
		};
	}

	@Bean
	static MessageSource messageSource() {
		return new PageTexts();
	}

	@Bean
	static LocaleResolver localeResolver() {
		return new PageLanguage();
	}

}
