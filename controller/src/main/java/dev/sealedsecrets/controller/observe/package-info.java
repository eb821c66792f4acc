/** What the controller tells its operator: metrics, log format, and the names and texts that tools rely on. Knows no Kubernetes types. */
@NullMarked
package dev.sealedsecrets.controller.observe;

import org.jspecify.annotations.NullMarked;
