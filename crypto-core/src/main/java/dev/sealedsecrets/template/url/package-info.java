/** URLs as Go's net/url splits and joins them. */
@NullMarked
package dev.sealedsecrets.template.url;

import org.jspecify.annotations.NullMarked;
