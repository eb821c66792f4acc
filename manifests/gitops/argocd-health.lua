-- Health of a SealedSecret for Argo CD. Installed by argocd-cm.yaml; Argo CD's own check knows neither generations nor Stalled.
local health = { status = "Progressing", message = "waiting for the controller" }
local status = obj.status
if status == nil or status.conditions == nil then
  return health
end
local generation = obj.metadata.generation
if generation ~= nil and status.observedGeneration ~= nil and status.observedGeneration ~= generation then
  health.message = "waiting for the controller to see the new version"
  return health
end
local conditions = {}
for _, condition in ipairs(status.conditions) do
  conditions[condition.type] = condition
end
local synced, drifted = conditions.Synced, conditions.Drifted
if synced == nil then
  return health
end
if synced.status == "False" then
  health.status = "Degraded"
  health.message = synced.message or "not unsealed"
elseif synced.status == "True" and drifted ~= nil and drifted.status == "True" then
  health.status = "Degraded"
  health.message = drifted.message or "the Secret was edited"
elseif synced.status == "True" then
  health.status = "Healthy"
  health.message = "the Secret is what the SealedSecret says"
end
return health
