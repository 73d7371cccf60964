ALTER TYPE "public"."document_kind" ADD VALUE 'invitation';--> statement-breakpoint
ALTER TYPE "public"."document_kind" ADD VALUE 'comparison';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'in_review';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'published';--> statement-breakpoint
ALTER TYPE "public"."document_stage" ADD VALUE 'archived';