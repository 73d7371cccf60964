/** As part of a route: `/people/:id{${uuid}}`. What is no id never reaches the database. */
export const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
